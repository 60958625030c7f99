// Handing in files with script: one after the other, the large ones piece by piece. A lost connection, a closed laptop or a
// reloaded page loses nothing: the server says how much of a file it has, and the same file goes on from there.
(() => {
  "use strict";

  const PIECE = 8 * 1024 * 1024;
  const TOGETHER = 50;
  const LONGEST_WAIT = 30000;

  document.querySelectorAll("[data-upload]").forEach((form) => {
    const zone = form.querySelector(".drop");
    const list = form.querySelector(".uploads");
    const done = form.querySelector("[data-upload-done]");
    const inputs = [...form.querySelectorAll("input[type=file]")];
    const words = form.dataset;
    const waiting = [];
    let busy = false;

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      inputs.forEach(take);
    });
    inputs.forEach((input) => input.addEventListener("change", () => take(input)));
    ["dragover", "dragenter"].forEach((type) =>
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.classList.add("drop--over");
      }),
    );
    ["dragleave", "drop"].forEach((type) => zone.addEventListener(type, () => zone.classList.remove("drop--over")));
    zone.addEventListener("drop", async (event) => {
      event.preventDefault();
      for (const found of await window.consiliumDropped(event.dataTransfer)) {
        add(found.file, found.name);
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (busy) {
        event.preventDefault();
      }
    });

    function take(input) {
      for (const file of input.files) {
        add(file, file.webkitRelativePath || file.name);
      }
      input.value = "";
    }

    function add(file, name) {
      const row = document.createElement("li");
      const title = Object.assign(document.createElement("strong"), { textContent: name });
      const state = Object.assign(document.createElement("span"), { textContent: " " + words.waiting });
      const bar = document.createElement("progress");
      bar.max = 100;
      bar.value = 0;
      bar.setAttribute("aria-label", name);
      row.append(title, state, bar);
      list.append(row);
      waiting.push({ file, name, row, state, bar });
      next();
    }

    async function next() {
      if (busy) {
        return;
      }
      const jobs = group();
      if (jobs.length === 0) {
        done.hidden = list.children.length === 0;
        return;
      }
      busy = true;
      let says;
      try {
        says = jobs[0].file.size > PIECE ? [await inPieces(jobs[0])] : await atOnce(jobs);
      } catch (problem) {
        says = jobs.map(() => problem.says || words.failed);
      }
      busy = false;
      jobs.forEach((job, place) => {
        job.bar.remove();
        job.row.querySelectorAll("button").forEach((button) => button.remove());
        say(job, says[place]);
      });
      next();
    }

    // The next file, with small ones after it as long as they fit in one piece: a disc has a thousand of them.
    function group() {
      const jobs = waiting.splice(0, 1);
      let size = jobs.length === 0 ? 0 : jobs[0].file.size;
      while (waiting.length > 0 && jobs.length < TOGETHER && size + waiting[0].file.size <= PIECE) {
        const job = waiting.shift();
        size += job.file.size;
        jobs.push(job);
      }
      return jobs;
    }

    function say(job, text) {
      const now = " " + text;
      if (job.state.textContent !== now) {
        job.state.textContent = now;
      }
    }

    // Small files: one form, as without script. The server answers for each, in their order.
    async function atOnce(jobs) {
      const body = new FormData();
      body.append("_csrf", token());
      jobs.forEach((job) => body.append("files", job.file, job.name));
      const answer = await send(jobs[0], "POST", form.action, body, {}, (loaded, total) =>
        jobs.forEach((job) => {
          job.bar.value = total ? (100 * loaded) / total : 0;
          say(job, loaded === total ? words.reading : words.sending);
        }),
      );
      if (answer.status !== 200) {
        throw refusal(answer);
      }
      return answer.json.map((file) => file.says);
    }

    async function inPieces(job) {
      const steering = steer(job);
      const body = new URLSearchParams({
        name: job.name,
        size: job.file.size,
        modified: job.file.lastModified,
      });
      const begun = await patiently(job, steering, () => send(job, "POST", words.uploads, body, {}));
      if (begun.status !== 201) {
        throw refusal(begun);
      }
      const address = words.uploads + "/" + begun.json.id;
      steering.cancel = () => send(job, "POST", address + "/cancel", null, {});
      const old = document.querySelector('[data-open-upload="' + begun.json.id + '"]');
      if (old) {
        old.remove();
      }
      const pace = { since: Date.now(), from: begun.json.received };
      let offset = begun.json.received;
      while (offset < job.file.size) {
        const from = offset;
        const answer = await patiently(job, steering, async (again) => {
          if (again) {
            const now = await send(job, "GET", address, null, {});
            if (now.status !== 200 || now.json.received !== from) {
              return now;
            }
            pace.since = Date.now();
            pace.from = from;
          }
          return send(
            job,
            "PATCH",
            address,
            job.file.slice(from, from + PIECE),
            { "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" },
            (loaded) => progress(job, pace, from + loaded),
          );
        });
        if (answer.status !== 200 && answer.status !== 409) {
          throw refusal(answer);
        }
        offset = answer.json.received;
        progress(job, pace, offset);
      }
      say(job, words.storing);
      const finished = await patiently(job, steering, () => send(job, "POST", address + "/finish", null, {}));
      if (finished.status !== 200) {
        throw refusal(finished);
      }
      return finished.json.says;
    }

    // Tries for as long as it takes while the connection is gone or the server restarts.
    async function patiently(job, steering, act) {
      for (let tries = 0; ; tries++) {
        await steering.going();
        if (steering.cancelled) {
          await steering.cancel();
          throw { says: words.cancelled };
        }
        const answer = await act(tries > 0);
        const lost = answer.status === 0 || answer.status === 502 || answer.status === 503 || answer.status === 504;
        if (!lost && !(answer.status === 500 && tries < 3)) {
          return answer;
        }
        if (!steering.stopped()) {
          say(job, words.offline);
          await steering.pause(Math.min(LONGEST_WAIT, 1000 * 2 ** tries));
        }
      }
    }

    // The buttons of one file.
    function steer(job) {
      let paused = false;
      let wake = () => {};
      const steering = {
        cancelled: false,
        cancel: () => Promise.resolve(),
        stopped: () => paused || steering.cancelled,
        going: async () => {
          while (paused && !steering.cancelled) {
            say(job, words.paused);
            await new Promise((resume) => {
              wake = resume;
            });
          }
        },
        pause: (time) =>
          new Promise((resume) => {
            wake = resume;
            setTimeout(resume, time);
            window.addEventListener("online", resume, { once: true });
          }),
      };
      const hold = button(words.pause, () => {
        paused = !paused;
        hold.textContent = paused ? words.resume : words.pause;
        if (paused && job.request) {
          job.request.abort();
        }
        wake();
      });
      const stop = button(words.cancel, () => {
        steering.cancelled = true;
        if (job.request) {
          job.request.abort();
        }
        wake();
      });
      job.row.append(hold, " ", stop);
      return steering;

      function button(text, act) {
        const made = document.createElement("button");
        made.type = "button";
        made.className = "linkish";
        made.textContent = text;
        made.addEventListener("click", act);
        return made;
      }
    }

    function progress(job, pace, at) {
      job.bar.value = (100 * at) / job.file.size;
      const seconds = (Date.now() - pace.since) / 1000;
      const rate = (at - pace.from) / seconds;
      if (seconds < 3 || rate <= 0) {
        say(job, words.sending);
        return;
      }
      const minutes = Math.ceil((job.file.size - at) / rate / 60);
      say(
        job,
        words.sending + ", " + (minutes > 1 ? words.leftMinutes.replace("{0}", String(minutes)) : words.leftSoon),
      );
    }

    function send(job, method, address, body, headers, watch) {
      return new Promise((answer) => {
        const request = new XMLHttpRequest();
        job.request = request;
        request.open(method, address);
        request.setRequestHeader("Accept", "application/json");
        request.setRequestHeader("X-CSRF-TOKEN", token());
        Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
        if (watch) {
          request.upload.addEventListener("progress", (event) => watch(event.loaded, event.total));
        }
        request.addEventListener("loadend", () => {
          let json = null;
          try {
            json = JSON.parse(request.responseText);
          } catch (noJson) {
            // a page for people, or nothing
          }
          answer({ status: request.status, json });
        });
        request.send(body);
      });
    }

    function refusal(answer) {
      if (answer.status === 401 || answer.status === 403) {
        return { says: words.expired };
      }
      return { says: (answer.json && answer.json.says) || words.failed };
    }

    function token() {
      return form.querySelector("input[name=_csrf]").value;
    }
  });
})();
