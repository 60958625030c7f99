package org.consilium.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Deny by default: without a session only the way in, the look and the error page answer. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** May use the pages; which cases, the queries say. */
    static final String OWNER = "ROLE_OWNER";

    /** Came in by a link to review one case: may use the workbench and nothing else. */
    static final String REVIEWER = "ROLE_REVIEWER";

    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, SecurityContextRepository sessions) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/start", "/look/**")
                        .permitAll()
                        .requestMatchers("/review/start")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/language")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers("/review", "/review/**")
                        .hasAuthority(REVIEWER)
                        .requestMatchers("/concepts", "/about", "/knowledge")
                        .hasAnyAuthority(OWNER, REVIEWER)
                        .anyRequest()
                        .hasAuthority(OWNER))
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, denied) -> {
                            response.setHeader("HX-Refresh", "true");
                            response.sendError(401);
                        })
                        .accessDeniedHandler((request, response, denied) -> {
                            if (request.getRequestURI().equals("/") && request.isUserInRole(REVIEWER)) {
                                response.sendRedirect("/review");
                            } else {
                                response.sendError(403);
                            }
                        }))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .frameOptions(frames -> frames.deny()))
                .build();
    }

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    /** There are no passwords in personal mode. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("no accounts");
        };
    }
}
