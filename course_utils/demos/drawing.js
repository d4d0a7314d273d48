// How a picture (see picture.py) is drawn on a canvas.  canvas.js, which is loaded in one
// piece with this file, decides when.

const SIDE_BY_SIDE = 560; // pixels from which panels share a row
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
  c.fillStyle = colour;
  c.fillText(text, x, y);
}

function writeOver(c, panel, text, x, y, colour, align, baseline) {
  c.font = panel.font;
  c.textAlign = align;
  c.textBaseline = baseline;
  c.strokeStyle = panel.paper; // a halo, so that words stay legible on top of a line
  c.lineWidth = 4;
  c.lineJoin = "round";
  c.strokeText(text, x, y);
  write(c, panel, text, x, y, colour, align, baseline);
}

const STRONGEST = 0.6; // opacity of a region, so that the points of its class stand out
const CLASSES = ["class0", "class1", "class2", "muted"];
const SCALES = {
  two: (level) => [level > 128 ? "class1" : "class0", Math.min(Math.abs(level - 128) / 127, 1)],
  classes: (level) => [CLASSES[level >> 6], (level & 63) / 63],
  amount: (level) => ["curve", level / 255],
};
const toBytes = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));

const MARKS = {
  Line(c, m, p) {
    const colour = p.colours[m.role];
    c.beginPath();
    m.x.forEach((x, i) => c.lineTo(p.x(x), p.y(m.y[i])));
    c.lineJoin = "round";
    stroke(c, colour, m.width, m.style);
    if (!m.label) return;
    writeOver(c, p, m.label, p.x(m.x.at(-1)) - 4, p.y(m.y.at(-1)) - 6, colour, "right", "bottom");
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
    if (lying) writeOver(c, p, m.label, p.right - 4, p.y(m.at) - 4, colour, "right", "bottom");
    else writeOver(c, p, m.label, p.x(m.at) - 4, p.top + 2, colour, "right", "top");
  },
  Band(c, m, p) {
    const lying = m.axis === "y";
    c.globalAlpha = 0.15;
    c.fillStyle = p.colours[m.role];
    if (lying) c.fillRect(p.left, p.y(m.high), p.right - p.left, p.y(m.low) - p.y(m.high));
    else c.fillRect(p.x(m.low), p.top, p.x(m.high) - p.x(m.low), p.bottom - p.top);
    c.globalAlpha = 1;
  },
  Area(c, m, p) {
    c.globalAlpha = 0.2;
    c.fillStyle = p.colours[m.role];
    c.beginPath();
    m.x.forEach((x, i) => c.lineTo(p.x(x), p.y(m.high[i])));
    for (let i = m.x.length - 1; i >= 0; i--) c.lineTo(p.x(m.x[i]), p.y(m.low[i]));
    c.fill();
    c.globalAlpha = 1;
  },
  Bars(c, m, p) {
    c.fillStyle = p.colours[m.role];
    const wide = Math.max(1, p.x(m.width) - p.x(0));
    m.x.forEach((x, i) => c.fillRect(p.x(x) - wide / 2, p.y(m.heights[i]), wide, p.y(0) - p.y(m.heights[i])));
  },
  Strokes(c, m, p) {
    m.x0.forEach((x, i) => {
      c.beginPath();
      c.moveTo(p.x(x), p.y(m.y0[i]));
      c.lineTo(p.x(m.x1[i]), p.y(m.y1[i]));
      stroke(c, p.colours[m.role], m.widths[i], m.style);
    });
  },
  Arrow(c, m, p) {
    const x0 = p.x(m.x0), y0 = p.y(m.y0), x1 = p.x(m.x1), y1 = p.y(m.y1);
    const along = Math.atan2(y1 - y0, x1 - x0), head = Math.min(11, Math.hypot(x1 - x0, y1 - y0));
    const corner = (turn, far) => [x1 - far * Math.cos(along + turn), y1 - far * Math.sin(along + turn)];
    c.beginPath();
    c.moveTo(x0, y0);
    c.lineTo(...corner(0, head / 2));
    stroke(c, p.colours[m.role], m.width, "solid");
    c.beginPath();
    [[x1, y1], corner(0.45, head), corner(-0.45, head)].forEach((at) => c.lineTo(...at));
    c.fillStyle = p.colours[m.role];
    c.fill();
  },
  Raster(c, m, p) {
    const levels = new Uint8Array(m.levels.buffer ?? m.levels, m.levels.byteOffset ?? 0, m.levels.byteLength);
    const n_rows = levels.length / m.n_columns, image = new ImageData(m.n_columns, n_rows);
    const colour = SCALES[m.scale], seen = new Map();
    levels.forEach((level, i) => {
      if (!seen.has(level)) {
        const [role, strength] = colour(level);
        seen.set(level, [...toBytes(p.colours[role]), Math.round(255 * STRONGEST * strength)]);
      }
      const up = n_rows - 1 - Math.floor(i / m.n_columns); // a canvas counts rows from the top
      image.data.set(seen.get(level), 4 * (up * m.n_columns + (i % m.n_columns)));
    });
    const sheet = new OffscreenCanvas(m.n_columns, n_rows);
    sheet.getContext("2d").putImageData(image, 0, 0);
    const [x0, x1] = m.x_range.map(p.x), [y0, y1] = m.y_range.map(p.y);
    c.imageSmoothingEnabled = false;
    c.drawImage(sheet, x0, y1, x1 - x0, y0 - y1);
  },
  Spot(c, m, p) {
    const x = p.x(m.x), y = p.y(m.y);
    outline(c, "circle", x, y, m.size);
    c.fillStyle = p.colours[m.role];
    c.fill();
    stroke(c, p.paper, 1.5, "solid");
    if (m.label) writeOver(c, p, m.label, x, y + m.size + 4, p.ink, "center", "top");
  },
  Text(c, m, p) {
    writeOver(c, p, m.text, p.x(m.x), p.y(m.y), p.colours[m.role], m.align, "middle");
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

function place({ panels, rows, heights }, width, look) {
  const wide = width >= SIDE_BY_SIDE, placed = [];
  let top = 0;
  rows.forEach((count, row) => {
    const mine = panels.slice(placed.length, placed.length + count), tall = heights[row];
    const total = mine.reduce((sum, panel) => sum + panel.share, 0);
    let left = 0;
    for (const panel of mine) {
      const w = wide ? (width * panel.share) / total : width;
      placed.push(scaled(panel, left, top, w, tall, look));
      if (wide) left += w; else top += tall;
    }
    if (wide) top += tall;
  });
  return { placed, height: top };
}

function scaled(panel, left, top, width, height, look) {
  const box = {
    left: left + (panel.framed ? MARGIN.left : MARGIN.right), right: left + width - MARGIN.right,
    top: top + MARGIN.top, bottom: top + height - MARGIN.bottom,
  };
  const [x0, x1] = panel.x_range, [y0, y1] = panel.y_range;
  const perX = (box.right - box.left) / (x1 - x0), perY = (box.bottom - box.top) / (y1 - y0);
  return {
    ...panel, ...box, ...look,
    x: (v) => box.left + (v - x0) * perX, y: (v) => box.bottom - (v - y0) * perY,
    atX: (px) => x0 + (px - box.left) / perX, atY: (py) => y0 + (box.bottom - py) / perY,
  };
}

function drawAxes(c, p) {
  c.beginPath();
  c.moveTo(p.left, p.top);
  c.lineTo(p.left, p.bottom);
  c.lineTo(p.right, p.bottom);
  stroke(c, p.colours.muted, 1, "solid");
  const has = (axis) => p.numbered.includes(axis);
  if (has("x")) for (const [at, text] of ticks(p.x_range, (p.right - p.left) / 60))
    write(c, p, text, p.x(at), p.bottom + 6, p.ink, "center", "top");
  if (has("y")) for (const [at, text] of ticks(p.y_range, (p.bottom - p.top) / 42))
    write(c, p, text, p.left - 7, p.y(at), p.ink, "right", "middle");
  write(c, p, p.x_label, (p.left + p.right) / 2, p.bottom + 26, p.ink, "center", "top");
  c.save();
  c.translate(p.left - MARGIN.left + 4, (p.top + p.bottom) / 2);
  c.rotate(-Math.PI / 2);
  write(c, p, p.y_label, 0, 0, p.ink, "center", "top");
  c.restore();
}

const FREE = ["Handle", "Spot"]; // may sit on the frame, so they are not clipped

function drawPanel(c, p) {
  const draw = (mark) => MARKS[mark.kind](c, mark, p), free = (kind) => FREE.includes(kind);
  if (p.framed) drawAxes(c, p);
  write(c, { ...p, font: p.bold }, p.title, p.left, p.top - 12, p.ink, "left", "bottom");
  c.save();
  c.beginPath();
  c.rect(p.left, p.top - 2, p.right - p.left, p.bottom - p.top + 4);
  c.clip();
  p.marks.filter((mark) => !free(mark.kind)).forEach(draw);
  c.restore();
  p.marks.filter((mark) => free(mark.kind)).forEach(draw);
}
