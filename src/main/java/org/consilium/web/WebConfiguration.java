package org.consilium.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.generated.precompiled.DynamicTemplates;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.consilium.audit.Actor;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.opinions.Reviewer;
import org.consilium.terminology.Terminologies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the pages are made with. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    /** Compiled templates; in {@code consilium dev} those of the source folder, read anew at every change. */
    @Bean
    Templates templates(@Value("${consilium.dev:false}") boolean dev) {
        if (!dev) {
            return new StaticTemplates();
        }
        return new DynamicTemplates(TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("src/main/jte")),
                Path.of("target/jte-dev"),
                ContentType.Html,
                WebConfiguration.class.getClassLoader()));
    }

    @Bean
    Knowledge knowledge() {
        return KnowledgeBase.load();
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedIn());
    }

    /** Gives a page the {@link Actor} of the session, or the {@link Reviewer} who came in by a link. */
    private static final class SignedIn implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Actor.class)
                    || parameter.getParameterType().equals(Reviewer.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var signedIn = SecurityContextHolder.getContext().getAuthentication();
            var wanted = parameter.getParameterType();
            if (signedIn != null && wanted.isInstance(signedIn.getPrincipal())) {
                return signedIn.getPrincipal();
            }
            if (signedIn != null
                    && wanted.equals(Actor.class)
                    && signedIn.getPrincipal() instanceof Reviewer reviewer) {
                return reviewer.actor();
            }
            throw new IllegalStateException("a page that needs a person was reached without one");
        }
    }

    /** What the person running the program loaded with {@code ./consilium load terminology}. */
    @Bean
    Terminologies terminologies(@Value("${consilium.data}") Path data) {
        return Terminologies.in(data.resolve("terminology"));
    }
}
