// What the pages do better with script. Every form works without it.
(() => {
  "use strict";

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // Errors are where the reader's attention must go first.
  const summary = document.querySelector(".nhsuk-error-summary");
  if (summary) {
    summary.setAttribute("tabindex", "-1");
    summary.focus();
  }

  // On paper nothing stays folded away.
  window.addEventListener("beforeprint", () =>
    each("details", (details) => {
      details.open = true;
    }),
  );

  each("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  // A slider says its number as it moves.
  each("input[type=range][data-output]", (range) => {
    const output = document.getElementById(range.dataset.output);
    const show = () => {
      output.textContent = range.value;
    };
    range.addEventListener("input", show);
    show();
  });

  // Moving a slider answers the question; «I do not know» goes.
  each("input[data-unless]", (box) =>
    document.getElementById(box.dataset.unless).addEventListener("input", () => {
      box.checked = false;
    }),
  );

  // Dropping files, one request a file, with progress.
  each("[data-upload]", (form) => {
    const zone = form.querySelector(".drop");
    const input = form.querySelector("input[type=file]");
    const list = form.querySelector(".uploads");
    const done = form.querySelector("[data-upload-done]");
    const words = form.dataset;
    let waiting = [];
    let busy = false;

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      add(input.files);
    });
    input.addEventListener("change", () => add(input.files));
    ["dragover", "dragenter"].forEach((type) =>
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.classList.add("drop--over");
      }),
    );
    ["dragleave", "drop"].forEach((type) => zone.addEventListener(type, () => zone.classList.remove("drop--over")));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      add(event.dataTransfer.files);
    });

    function add(files) {
      for (const file of files) {
        const row = document.createElement("li");
        const name = document.createElement("strong");
        name.textContent = file.name;
        const state = document.createElement("span");
        state.textContent = " " + words.waiting;
        const bar = document.createElement("progress");
        bar.max = 100;
        bar.value = 0;
        bar.setAttribute("aria-label", file.name);
        row.append(name, state, bar);
        list.append(row);
        waiting.push({ file, state, bar });
      }
      input.value = "";
      next();
    }

    function next() {
      const job = waiting[0];
      if (busy || !job) {
        if (!busy && list.children.length > 0) {
          done.hidden = false;
        }
        return;
      }
      busy = true;
      waiting = waiting.slice(1);
      const body = new FormData();
      body.append("_csrf", form.querySelector("input[name=_csrf]").value);
      body.append("files", job.file);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", (event) => {
        job.bar.value = event.total ? (100 * event.loaded) / event.total : 0;
        job.state.textContent = " " + (event.loaded === event.total ? words.reading : words.sending);
      });
      request.addEventListener("loadend", () => {
        busy = false;
        job.bar.remove();
        job.state.textContent = " " + answer(request);
        next();
      });
      request.send(body);
    }

    function answer(request) {
      if (request.status === 401) {
        return words.expired;
      }
      try {
        return JSON.parse(request.responseText).map((file) => file.says).join(" ");
      } catch (unreadable) {
        return words.failed;
      }
    }
  });
})();
