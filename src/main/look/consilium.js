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
})();
