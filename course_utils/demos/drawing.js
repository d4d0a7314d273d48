// How a picture (see picture.py) is drawn on a canvas.  canvas.js, which is loaded in one
// piece with this file, decides when.

const SIDE_BY_SIDE = 560, TALL = 310; // pixels from which panels share a row; their height
const MARGIN = { left: 62, right: 16, top: 32, bottom: 46 };
const GRIP = 11; // radius of a handle

// ---- Marks: one function each, given the context, the mark and its panel ----------------

const DASHES = { solid: [], dashed: [7, 5], dotted: [2, 4] };

function stroke(c, colour, width, style) {
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.setLineDash(DASHES[style]);
  c.stroke();
  c.setLineDash([]);
}

function outline(c, shape, x, y, r) {
  c.beginPath();
  if (shape === "circle") c.arc(x, y, r, 0, 2 * Math.PI);
  else if (shape === "square") c.rect(x - r, y - r, 2 * r, 2 * r);
  else [[0, -r], [r, 0], [0, r], [-r, 0]].forEach(([dx, dy]) => c.lineTo(x + dx, y + dy));
  c.closePath();
}

function write(c, panel, text, x, y, colour, align, baseline) {
  c.font = panel.font;
  c.textAlign = align;
  c.textBaseline = baseline;
  c.strokeStyle = panel.paper; // a halo, so that words stay legible on top of a line
  c.lineWidth = 4;
  c.lineJoin = "round";
  c.strokeText(text, x, y);
  c.fillStyle = colour;
  c.fillText(text, x, y);
}

const MARKS = {
  Line(c, m, p) {
    const colour = p.colours[m.role];
    c.beginPath();
    m.x.forEach((x, i) => c.lineTo(p.x(x), p.y(m.y[i])));
    c.lineJoin = "round";
    stroke(c, colour, m.width, m.style);
    if (!m.label) return;
    write(c, p, m.label, p.x(m.x.at(-1)) - 4, p.y(m.y.at(-1)) - 6, colour, "right", "bottom");
  },
  Points(c, m, p) {
    c.fillStyle = p.colours[m.role];
    m.x.forEach((x, i) => {
      outline(c, m.shape, p.x(x), p.y(m.y[i]), m.size * 0.65);
      c.fill();
      stroke(c, p.paper, 1.5, "solid");
    });
  },
  Segments(c, m, p) {
    c.beginPath();
    for (const x of m.x) {
      c.moveTo(p.x(x), p.y(m.low));
      c.lineTo(p.x(x), p.y(m.high));
    }
    stroke(c, p.colours[m.role], m.width, "solid");
  },
  Rule(c, m, p) {
    const lying = m.axis === "y", colour = p.colours[m.role];
    c.beginPath();
    c.moveTo(lying ? p.left : p.x(m.at), lying ? p.y(m.at) : p.top);
    c.lineTo(lying ? p.right : p.x(m.at), lying ? p.y(m.at) : p.bottom);
    stroke(c, colour, 1, m.style);
    if (!m.label) return;
    if (lying) write(c, p, m.label, p.right - 4, p.y(m.at) - 4, colour, "right", "bottom");
    else write(c, p, m.label, p.x(m.at) - 4, p.top + 2, colour, "right", "top");
  },
  Band(c, m, p) {
    const lying = m.axis === "y";
    c.globalAlpha = 0.15;
    c.fillStyle = p.colours[m.role];
    if (lying) c.fillRect(p.left, p.y(m.high), p.right - p.left, p.y(m.low) - p.y(m.high));
    else c.fillRect(p.x(m.low), p.top, p.x(m.high) - p.x(m.low), p.bottom - p.top);
    c.globalAlpha = 1;
  },
  Text(c, m, p) {
    write(c, p, m.text, p.x(m.x), p.y(m.y), p.colours[m.role], m.align, "middle");
  },
  Handle(c, m, p) {
    outline(c, m.shape, p.x(m.x), p.y(m.y), GRIP);
    c.fillStyle = p.colours[m.role];
    c.fill();
    stroke(c, p.paper, 2, "solid");
    c.font = p.bold;
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillStyle = p.paper;
    c.fillText(m.label, p.x(m.x), p.y(m.y) + 0.5);
  },
};

// ---- Panels ------------------------------------------------------------------------------

function ticks([low, high], room) {
  const rough = (high - low) / Math.max(2, room);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((nice) => nice * power >= rough * 0.999);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(low / step - 1e-9), last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step).map((at) => [
    at, (Math.abs(at) < step / 2 ? 0 : at).toFixed(digits).replace("-", "−"),
  ]);
}

function place(panels, width, look) {
  const wide = width >= SIDE_BY_SIDE, total = panels.reduce((sum, p) => sum + p.share, 0);
  let left = 0, top = 0;
  return panels.map((panel) => {
    const w = wide ? (width * panel.share) / total : width;
    const box = {
      left: left + MARGIN.left, right: left + w - MARGIN.right,
      top: top + MARGIN.top, bottom: top + TALL - MARGIN.bottom,
    };
    const [x0, x1] = panel.x_range, [y0, y1] = panel.y_range;
    if (wide) left += w; else top += TALL;
    const perX = (box.right - box.left) / (x1 - x0), perY = (box.bottom - box.top) / (y1 - y0);
    return {
      ...panel, ...box, ...look,
      x: (v) => box.left + (v - x0) * perX, y: (v) => box.bottom - (v - y0) * perY,
      atX: (px) => x0 + (px - box.left) / perX, atY: (py) => y0 + (box.bottom - py) / perY,
    };
  });
}

function drawAxes(c, p) {
  c.beginPath();
  c.moveTo(p.left, p.top);
  c.lineTo(p.left, p.bottom);
  c.lineTo(p.right, p.bottom);
  stroke(c, p.colours.muted, 1, "solid");
  for (const [at, text] of ticks(p.x_range, (p.right - p.left) / 60))
    write(c, p, text, p.x(at), p.bottom + 6, p.ink, "center", "top");
  for (const [at, text] of ticks(p.y_range, (p.bottom - p.top) / 42))
    write(c, p, text, p.left - 7, p.y(at), p.ink, "right", "middle");
  write(c, p, p.x_label, (p.left + p.right) / 2, p.bottom + 26, p.ink, "center", "top");
  c.save();
  c.translate(p.left - MARGIN.left + 4, (p.top + p.bottom) / 2);
  c.rotate(-Math.PI / 2);
  write(c, p, p.y_label, 0, 0, p.ink, "center", "top");
  c.restore();
  write(c, { ...p, font: p.bold }, p.title, p.left, p.top - 12, p.ink, "left", "bottom");
}

function drawPanel(c, p) {
  const draw = (mark) => MARKS[mark.kind](c, mark, p);
  drawAxes(c, p);
  c.save();
  c.beginPath();
  c.rect(p.left, p.top - 2, p.right - p.left, p.bottom - p.top + 4);
  c.clip();
  p.marks.filter((mark) => mark.kind !== "Handle").forEach(draw);
  c.restore(); // handles may sit on the frame, so they are not clipped
  p.marks.filter((mark) => mark.kind === "Handle").forEach(draw);
}
