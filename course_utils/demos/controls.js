// The controls of a demo: what stands on the page for each kind that controls.py declares.
// Each maker returns the row and a function that shows a value.

// Let a box be written in: what is shown meanwhile waits until the writing is done.
function lendOut(box, done) {
  let last = "";
  const stop = () => box.classList.remove("nn-typing");
  box.oninput = () => box.classList.add("nn-typing");
  box.onchange = () => { stop(); last = box.value; done(); };
  box.onblur = () => { stop(); box.value = last; };
  box.onkeydown = (event) => { if (event.key === "Enter") box.onchange(); };
  return (value) => {
    last = value;
    if (!box.classList.contains("nn-typing")) box.value = value;
  };
}

function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  // Jupyter's shortcuts would take the arrow keys from whatever has the focus.
  if (/^(input|select|button)$/.test(tag)) node.dataset.lmSuppressShortcuts = "true";
  return node;
}

const MAKERS = {
  slider({ name, label, low, high, step, unit }, change) {
    const bounds = { min: low, max: high, step }, words = unit ? `${label}, ${unit}` : label;
    const range = make("input", { type: "range", className: "nn-control", ...bounds });
    const box = make("input", { type: "number", className: "nn-number", ...bounds });
    range.dataset.name = box.dataset.name = name;
    box.setAttribute("aria-label", `${words}, as a number`);
    range.setAttribute("aria-valuetext", "");
    const showInBox = lendOut(box, () => change(name, box.valueAsNumber));
    range.oninput = () => { showInBox(range.value); change(name, range.valueAsNumber); };
    const show = (value) => {
      range.value = value;
      range.setAttribute("aria-valuetext", `${value} ${unit}`.trim());
      showInBox(value);
    };
    return { row: make("div", { className: "nn-row" }, make("label", {}, words, range), box), show };
  },

  ladder({ name, label, values }, change) { // a slider over the rungs
    const bounds = { min: 0, max: values.length - 1, step: 1 };
    const range = make("input", { type: "range", className: "nn-control", ...bounds });
    const rung = make("span", { className: "nn-rung" });
    range.dataset.name = name;
    const say = (value) => {
      rung.textContent = String(value);
      range.setAttribute("aria-valuetext", String(value));
    };
    range.oninput = () => { say(values[range.value]); change(name, values[range.value]); };
    const show = (value) => { range.value = values.indexOf(value); say(value); };
    return { row: make("div", { className: "nn-row" }, make("label", {}, label, range), rung), show };
  },

  choice({ name, label, options }, change) {
    const entries = options.map((word) => make("option", { value: word }, word));
    const select = make("select", { className: "nn-control" }, ...entries);
    select.dataset.name = name;
    select.onchange = () => change(name, select.value);
    const row = make("div", { className: "nn-row" }, make("label", {}, label, select));
    return { row, show: (value) => { select.value = value; } };
  },

  toggle({ name, label }, change) {
    const box = make("input", { type: "checkbox", className: "nn-control" });
    box.dataset.name = name;
    box.onchange = () => change(name, box.checked);
    const row = make("div", { className: "nn-row" }, make("label", {}, label, box));
    return { row, show: (value) => { box.checked = value; } };
  },

  entry({ name, label }, change) {
    const box = make("input", { type: "text", className: "nn-control", spellcheck: false });
    box.dataset.name = name;
    const show = lendOut(box, () => change(name, box.value));
    return { row: make("div", { className: "nn-row" }, make("label", {}, label, box)), show };
  },
};

// Play, step and the demo's own buttons; `ask` sends what was pressed.
function makeButtons(setup, ask) {
  const press = (label, message, name) => {
    const button = make("button", { type: "button", className: "nn-button" }, label);
    button.dataset.name = name;
    button.onclick = () => ask(typeof message === "function" ? message() : message);
    return button;
  };
  let playing = false;
  const play = press("▶ Play", () => ({ kind: playing ? "pause" : "play" }), "play");
  const time = setup.plays ? [play, press("Step", { kind: "step" }, "step")] : [];
  const own = setup.buttons.map((b) => press(b.label, { kind: "press", button: b.name }, b.name));
  return {
    nodes: [...time, ...own, press("Reset", { kind: "reset" }, "reset")],
    show(now) {
      playing = now;
      play.textContent = playing ? "❚❚ Pause" : "▶ Play";
    },
  };
}
