// What is measured on the page of JupyterLab; in_browser.py calls these functions.
"use strict";

// Milliseconds from the next key event to the first animation frame in which `changed` is true.
function watch(changed) {
  window.measured = new Promise((done) => {
    const start = ({ timeStamp }) => {
      const look = () => {
        if (changed()) done(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener("keydown", start, { once: true, capture: true });
  });
}

function watchCanvas() {
  const canvas = document.querySelector(".nn-demo[data-demo=neuron] canvas");
  const before = canvas.dataset.frame;
  watch(() => canvas.dataset.frame !== before);
}

function watchImage() {
  const image = () => document.querySelector(".widget-interact img"), before = image().src;
  watch(() => image()?.complete && image().src !== before);
}

function watchCode(word) {
  const code = document.querySelector(".nn-demo[data-demo=playground] .nn-code");
  watch(() => code.textContent.includes(word));
}

const demoPart = (part) => document.querySelector(`.nn-demo[data-demo=playground] ${part}`);

// Milliseconds from a click on "Pause" to the last new frame; none may come for a second.
async function pauseAndWatch() {
  const canvas = demoPart("canvas"), pressed = performance.now();
  let last = pressed;
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(canvas, { attributeFilter: ["data-frame"] });
  demoPart("[data-name=play]").click();
  await new Promise((done) => setTimeout(done, 1000));
  seen.disconnect();
  return last - pressed;
}

// Milliseconds from a click on "Play" until the run has ended.
async function runToTheEnd() {
  const button = demoPart("[data-name=play]"), pressed = performance.now();
  button.click();
  const says = (word) => new Promise((done) => {
    const look = () => (button.textContent.includes(word) ? done() : setTimeout(look, 5));
    look();
  });
  await says("Pause");
  await says("Play");
  return performance.now() - pressed;
}

// ConvNetJS as its demo trains, but without drawing and without a rest: minibatches a second.
function flatOut({ points, labels, seconds }) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 2 },
    { type: "fc", num_neurons: 20, activation: "tanh" },
    { type: "softmax", num_classes: 2 },
  ]);
  const options = { learning_rate: 0.01, momentum: 0.1, batch_size: 10, l2_decay: 0.001 };
  const trainer = new convnetjs.SGDTrainer(net, options), x = new convnetjs.Vol(1, 1, 2);
  const until = performance.now() + 1000 * seconds;
  let samples = 0;
  while (performance.now() < until)
    for (let i = 0; i < points.length; i++, samples++) {
      x.w = points[i];
      trainer.train(x, labels[i]);
    }
  return samples / 10 / seconds;
}
