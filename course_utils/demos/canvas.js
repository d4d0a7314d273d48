// The browser's half of a demo: shows the pictures that the kernel sends and tells it what
// the reader's hands do.  It knows no mathematics and keeps no state of the demo.

const WIDEST = 860; // pixels of the picture
const PATIENCE = 2000; // milliseconds after which an answer counts as lost
const CALM = 1000; // milliseconds between pictures for readers who asked for less motion

// ---- The wire: at most one request on its way, the latest wish of each kind in the queue --

const MERGED = { set: () => true, drag: (a, b) => a.handle === b.handle, point: () => true };

function makeWire(model) {
  const queue = [], me = Math.random().toString(36).slice(2);
  let asked = 0, onItsWay = "", timer;
  const arm = (wait) => { clearTimeout(timer); timer = setTimeout(lost, wait); };
  const flush = () => {
    if (!queue.length || onItsWay) return;
    onItsWay = `${me} ${++asked}`;
    arm(PATIENCE);
    model.send({ ...queue.shift(), id: onItsWay });
  };
  function lost() { // an answer may get lost in a restart or a redrawn page: ask what is shown
    onItsWay = "";
    if (queue.length) flush();
    else {
      model.send({ kind: "ready" });
      if (model.get("frame").playing) arm(PATIENCE);
    }
  }
  return {
    ask(message) {
      const last = queue.at(-1);
      if (last?.kind === message.kind && MERGED[message.kind]?.(last, message))
        Object.assign(last, message, { values: { ...last.values, ...message.values } });
      else queue.push(message);
      flush();
    },
    answered(id) { // says whether a frame knows of every wish
      if (onItsWay && id !== onItsWay) return false;
      onItsWay = "";
      clearTimeout(timer);
      flush();
      return !onItsWay;
    },
    drawn(number, playing) {
      model.send({ kind: "drawn", number });
      if (playing && !onItsWay) arm(PATIENCE); // the next frame comes by itself
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

function build(setup, ask) {
  const change = (name, value) => ask({ kind: "set", values: { [name]: value } });
  const parts = setup.controls.map((control) => [control.name, MAKERS[control.kind](control, change)]);
  const buttons = makeButtons(setup, ask);
  const board = make("div", { className: "nn-board" }, ...parts.map(([, part]) => part.row));
  const canvas = make("canvas", { className: "nn-picture" });
  const status = make("p", { className: "nn-status" }), spoken = make("p", { className: "nn-spoken" });
  const code = make("code", { className: "nn-code" });
  const foot = make("div", { className: "nn-foot" }, ...buttons.nodes, code);
  const root = make("div", { className: "nn-demo" }, board, canvas, status, spoken, foot);
  root.dataset.demo = setup.name;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", setup.title);
  canvas.setAttribute("role", "img");
  status.setAttribute("aria-hidden", "true"); // its copy is for screen readers
  spoken.setAttribute("role", "status");
  const show = (values) => parts.forEach(([name, part]) => part.show(values[name]));
  return { root, canvas, status, spoken, code, buttons, show };
}

function render({ model, el }) {
  const setup = model.get("setup"), wire = makeWire(model);
  const page = build(setup, wire.ask), { root, canvas } = page;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  el.append(root);

  let panels = [], frameAsked = 0, toSpeak = 0, toAnswer = 0, paintedAt = -Infinity;
  let seen = -1, painted = -1, answered = -1; // numbers of frames
  function answer(number, playing) {
    if (answered === number) return;
    answered = number;
    clearTimeout(toAnswer);
    const send = () => wire.drawn(number, playing);
    if (playing && setup.pace) toAnswer = setTimeout(send, setup.pace); else send();
  }
  function paint(picture, width) {
    const { placed, height } = place(picture, width, readTheme(root, setup.palettes));
    const ratio = window.devicePixelRatio || 1, c = canvas.getContext("2d");
    panels = placed;
    paintedAt = performance.now();
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    c.scale(ratio, ratio);
    panels.forEach((panel) => drawPanel(c, panel));
  }
  function draw() {
    frameAsked = 0;
    const { number, picture, playing } = model.get("frame"), width = Math.min(root.clientWidth, WIDEST);
    if (!width || !picture) return;
    const skip = playing && calm.matches && performance.now() - paintedAt < CALM;
    if (!skip) paint(picture, width);
    canvas.dataset.frame = painted = number;
    answer(number, playing);
  }
  const redraw = () => { frameAsked ||= requestAnimationFrame(draw); };
  function update() {
    const { number, values, picture, code, playing, heard } = model.get("frame");
    if (wire.answered(heard)) page.show(values);
    page.buttons.show(playing);
    canvas.setAttribute("aria-label", picture.alt);
    page.code.textContent = code;
    page.status.textContent = picture.status;
    clearTimeout(toSpeak); // a screen reader reads every change aloud: a few a second are too many
    toSpeak = setTimeout(() => { page.spoken.textContent = picture.status; }, 400);
    // The kernel may work on the next frame while this one is painted, but never further ahead.
    if (playing && painted === seen) answer(number, playing);
    seen = number;
    redraw();
  }

  const letGo = followHands(canvas, () => panels, wire.ask);
  const isStyle = (node) => node.nodeName === "STYLE" || node.rel === "stylesheet";
  const resized = new ResizeObserver(redraw), themed = new MutationObserver((records) => {
    if (records.some((r) => r.type === "attributes" || [...r.addedNodes].some(isStyle))) redraw();
  });
  resized.observe(root);
  themed.observe(document.body, { attributes: true });
  themed.observe(document.head, { childList: true }); // a theme's style sheet arrives later
  model.on("change:frame", update);
  update();
  wire.ask({ kind: "ready" });
  return () => {
    model.off("change:frame", update);
    letGo();
    resized.disconnect();
    themed.disconnect();
    [toSpeak, toAnswer].forEach(clearTimeout);
    wire.close();
    cancelAnimationFrame(frameAsked);
  };
}

export default { render };
