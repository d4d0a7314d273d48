// Train ConvNetJS as the demo of the notes does, and say how long each start needs.
// Input: {data: [{points, labels}, ...], layers, trainer, n_starts, n_passes, enough} as JSON.
// Output: for each data set and start {ms, reached}: CPU time until that share is right.
"use strict";
const convnetjs = require("convnetjs");

// The library draws its weights from Math.random; with seeds of ours every run is the same.
// Marsaglia's xorshift with 32 bits; the first numbers of near seeds are alike, so they go.
function seeded(seed) {
  let state = Math.imul(seed, 0x9e3779b9) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let i = 0; i < 10; i++) next();
  return next;
}

function cpuMilliseconds(since) {
  const used = process.cpuUsage(since);
  return (used.user + used.system) / 1000;
}

function build(layers) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 2 },
    ...layers.map((n) => ({ type: "fc", num_neurons: n, activation: "tanh" })),
    { type: "softmax", num_classes: 2 },
  ]);
  return net;
}

function accuracy(net, inputs, labels) {
  let right = 0;
  inputs.forEach((x, i) => {
    const shares = net.forward(x).w;
    right += (shares[1] > shares[0] ? 1 : 0) === labels[i];
  });
  return right / labels.length;
}

function trainOnce(task, inputs, labels) {
  let started = process.cpuUsage();
  const net = build(task.layers);
  const trainer = new convnetjs.Trainer(net, task.trainer);
  let ms = cpuMilliseconds(started);
  for (let pass = 0; pass < task.n_passes; pass++) {
    started = process.cpuUsage();
    for (let i = 0; i < inputs.length; i++) trainer.train(inputs[i], labels[i]);
    ms += cpuMilliseconds(started);
    // looking at the accuracy is not on the clock, here as in Python
    if (accuracy(net, inputs, labels) >= task.enough) return { ms, reached: true };
  }
  return { ms, reached: false };
}

const task = JSON.parse(require("fs").readFileSync(0, "utf8"));
const results = task.data.map(({ points, labels }) => {
  const inputs = points.map(([x, y]) => {
    const volume = new convnetjs.Vol(1, 1, 2);
    volume.w[0] = x;
    volume.w[1] = y;
    return volume;
  });
  return Array.from({ length: task.n_starts }, (_, start) => {
    Math.random = seeded(start + 1);
    return trainOnce(task, inputs, labels);
  });
});
console.log(JSON.stringify(results));
