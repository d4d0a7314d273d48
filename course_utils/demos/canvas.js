// The browser's half of a demo: shows the pictures that the kernel sends and tells it what
// the reader's hands do.  It knows no mathematics and keeps no state of the demo.

const WIDEST = 860, REACH = 24; // pixels: of the picture; between a finger and a handle

// ---- Controls ----------------------------------------------------------------------------

function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  // Jupyter's shortcuts would take the arrow keys from whatever has the focus.
  if (/^(input|select|button)$/.test(tag)) node.dataset.lmSuppressShortcuts = "true";
  return node;
}

function makeSlider(control, change) {
  const { name, label, low, high, step, unit } = control, bounds = { min: low, max: high, step };
  const words = unit ? `${label}, ${unit}` : label;
  const range = make("input", { type: "range", className: "nn-control", ...bounds });
  const box = make("input", { type: "number", className: "nn-number", ...bounds });
  range.dataset.name = box.dataset.name = name;
  box.setAttribute("aria-label", `${words}, as a number`);
  range.setAttribute("aria-valuetext", "");
  range.oninput = () => { box.value = range.value; change(name, range.valueAsNumber); };
  box.oninput = () => box.classList.add("nn-typing");
  box.onchange = () => { box.classList.remove("nn-typing"); change(name, box.valueAsNumber); };
  const show = (value) => {
    range.value = value;
    range.setAttribute("aria-valuetext", `${value} ${unit}`.trim());
    if (!box.classList.contains("nn-typing")) box.value = value;
  };
  box.onkeydown = (event) => { if (event.key === "Enter") box.onchange(); };
  const row = make("div", { className: "nn-row" }, make("label", {}, words, range), box);
  return { row, show };
}

function makeChoice({ name, label, options }, change) {
  const entries = options.map((word) => make("option", { value: word }, word));
  const select = make("select", { className: "nn-control" }, ...entries);
  select.dataset.name = name;
  select.onchange = () => change(name, select.value);
  const row = make("div", { className: "nn-row" }, make("label", {}, label, select));
  return { row, show: (value) => { select.value = value; } };
}

// ---- The wire: at most one request on its way, the latest wish of each kind in the queue --

function makeWire(model) {
  const queue = [];
  let onItsWay = false, timer;
  const send = (message) => {
    onItsWay = true;
    clearTimeout(timer);
    timer = setTimeout(lost, 1000);
    model.send(message);
  };
  const flush = () => { if (queue.length && !onItsWay) send(queue.shift()); };
  function lost() { // an answer may get lost in a restart or a redrawn page: ask what is shown
    onItsWay = false;
    if (queue.length) flush();
    else model.send({ kind: "ready" });
  }
  return {
    ask(message) {
      const last = queue.at(-1);
      if (last && last.kind === message.kind && last.handle === message.handle)
        Object.assign(last, message, { values: { ...last.values, ...message.values } });
      else queue.push(message);
      flush();
    },
    answered() { // says whether the answer is to the latest wish
      const latest = !queue.length;
      onItsWay = false;
      clearTimeout(timer);
      flush();
      return latest;
    },
    close() { clearTimeout(timer); },
  };
}

// ---- The view ----------------------------------------------------------------------------

function readTheme(root, palettes) {
  const style = getComputedStyle(root), [r, g, b] = style.color.match(/[\d.]+/g).map(Number);
  const dark = 0.3 * r + 0.6 * g + 0.1 * b > 128, family = style.fontFamily;
  return {
    ink: style.color, paper: style.backgroundColor, colours: dark ? palettes.dark : palettes.light,
    font: `13px ${family}`, bold: `bold 13px ${family}`,
  };
}

function render({ model, el }) {
  const setup = model.get("setup"), wire = makeWire(model), stop = new AbortController();
  const ask = (name, value) => wire.ask({ kind: "set", values: { [name]: value } });
  const controls = setup.controls.map((control) => [
    control.name, control.options ? makeChoice(control, ask) : makeSlider(control, ask),
  ]);
  const canvas = make("canvas", { className: "nn-picture" });
  const status = make("p", { className: "nn-status" }), code = make("code", { className: "nn-code" });
  const reset = make("button", { type: "button", className: "nn-reset" }, "Reset");
  reset.onclick = () => wire.ask({ kind: "reset" });
  const board = make("div", { className: "nn-board" }, ...controls.map(([, part]) => part.row));
  const foot = make("div", { className: "nn-foot" }, reset, code);
  const spoken = make("p", { className: "nn-spoken" });
  const root = make("div", { className: "nn-demo" }, board, canvas, status, spoken, foot);
  root.dataset.demo = setup.name;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", setup.title);
  canvas.setAttribute("role", "img");
  status.setAttribute("aria-hidden", "true"); // its copy is for screen readers
  spoken.setAttribute("role", "status");
  el.append(root);

  let panels = [], frameAsked = 0, toSpeak = 0;
  function draw() {
    frameAsked = 0;
    const { number, picture } = model.get("frame"), width = Math.min(root.clientWidth, WIDEST);
    if (!width || !picture) return;
    panels = place(picture.panels, width, readTheme(root, setup.palettes));
    const height = width >= SIDE_BY_SIDE ? TALL : TALL * panels.length;
    const ratio = window.devicePixelRatio || 1, c = canvas.getContext("2d");
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    c.scale(ratio, ratio);
    panels.forEach((panel) => drawPanel(c, panel));
    if (canvas.dataset.frame === String(number)) return; // only the size or theme is new
    canvas.dataset.frame = number;
    model.send({ kind: "drawn", number });
  }
  const redraw = () => { frameAsked ||= requestAnimationFrame(draw); };
  function speak() { // a screen reader reads every change aloud: a few a second are too many
    clearTimeout(toSpeak);
    toSpeak = setTimeout(() => { spoken.textContent = status.textContent; }, 400);
  }
  function update() {
    const { values, picture, code: line } = model.get("frame");
    if (wire.answered()) controls.forEach(([name, part]) => part.show(values[name]));
    canvas.setAttribute("aria-label", picture.alt);
    code.textContent = line;
    status.textContent = picture.status;
    speak();
    redraw();
  }

  let held = null;
  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  function nearest([px, py]) {
    const found = panels.flatMap((panel) => panel.marks
      .filter((mark) => mark.kind === "Handle")
      .map((mark) => ({ panel, mark, far: Math.hypot(panel.x(mark.x) - px, panel.y(mark.y) - py) })));
    return found.filter(({ far }) => far <= REACH).sort((a, b) => a.far - b.far)[0] ?? null;
  }
  function pull(event) {
    const [px, py] = point(event), { panel, mark } = held;
    wire.ask({ kind: "drag", handle: mark.name, x: panel.atX(px), y: panel.atY(py) });
  }
  const letGo = () => { held = null; canvas.style.cursor = ""; };
  canvas.onpointerdown = (event) => {
    held = event.button === 0 ? nearest(point(event)) : null;
    if (!held) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.style.cursor = "grabbing";
    event.preventDefault();
  };
  canvas.onpointermove = (event) => {
    if (held) pull(event);
    else canvas.style.cursor = nearest(point(event)) ? "grab" : "";
  };
  canvas.onpointerup = canvas.onpointercancel = letGo;
  // A finger on a handle drags it; a finger elsewhere scrolls the page as usual.
  const keepPage = (event) => { if (nearest(point(event.touches[0]))) event.preventDefault(); };
  canvas.addEventListener("touchstart", keepPage, { passive: false, signal: stop.signal });

  const resized = new ResizeObserver(redraw), themed = new MutationObserver(redraw);
  resized.observe(root);
  themed.observe(document.body, { attributes: true });
  themed.observe(document.head, { childList: true }); // a theme's style sheet arrives later
  model.on("change:frame", update);
  update();
  wire.ask({ kind: "ready" });
  return () => {
    model.off("change:frame", update);
    stop.abort();
    resized.disconnect();
    themed.disconnect();
    clearTimeout(toSpeak);
    wire.close();
    cancelAnimationFrame(frameAsked);
  };
}

export default { render };
