// What a mouse or a finger does on the picture: drags handles, looks at spots, clicks.

const REACH = 24; // pixels between a finger and a handle

function followHands(canvas, panels, ask) {
  const stop = new AbortController();
  let held = null, looked = "";
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  function nearest([px, py], kind, reach) {
    const found = panels().flatMap((panel) => panel.marks
      .filter((mark) => mark.kind === kind)
      .map((mark) => ({ panel, mark, far: Math.hypot(panel.x(mark.x) - px, panel.y(mark.y) - py) })));
    return found.filter(({ far }) => far <= reach).sort((a, b) => a.far - b.far)[0] ?? null;
  }
  const handle = (event) => nearest(place(event), "Handle", REACH);
  const under = ([px, py]) => panels().find((p) =>
    p.name && p.left <= px && px <= p.right && p.top <= py && py <= p.bottom);

  function pull(event) {
    const [px, py] = place(event), { panel, mark } = held;
    ask({ kind: "drag", handle: mark.name, x: panel.atX(px), y: panel.atY(py) });
  }
  function look(event) {
    const spot = nearest(place(event), "Spot", 12)?.mark.name ?? "";
    if (spot && spot !== looked) ask({ kind: "point", spot });
    looked = spot;
    const panel = under(place(event));
    canvas.style.cursor = handle(event) ? "grab" : spot ? "pointer" : panel ? "crosshair" : "";
  }
  canvas.onpointerdown = (event) => {
    held = event.button === 0 ? handle(event) : null;
    if (!held) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.style.cursor = "grabbing";
    event.preventDefault();
  };
  canvas.onpointermove = (event) => (held ? pull(event) : look(event));
  canvas.onpointercancel = () => { held = null; };
  canvas.onclick = (event) => { // comes after pointerup, so that a drag is no click
    const [px, py] = place(event), panel = under([px, py]), dragged = held;
    held = null;
    canvas.style.cursor = "";
    if (!panel || dragged || nearest([px, py], "Spot", 12)) return;
    ask({ kind: "click", panel: panel.name, x: panel.atX(px), y: panel.atY(py), other: event.shiftKey });
  };
  canvas.onpointerup = () => { setTimeout(() => { held = null; }); };
  // A finger on a handle drags it; a finger elsewhere scrolls the page as usual.
  const keepPage = (event) => { if (handle(event.touches[0])) event.preventDefault(); };
  canvas.addEventListener("touchstart", keepPage, { passive: false, signal: stop.signal });
  return () => stop.abort();
}
