// Without its runtime a notebook's cell waits for ever, and says nothing. This says it.
const address = document.currentScript.dataset.runtime;
const PATIENCE = 20_000; // milliseconds

async function reached() {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}

function warn() {
  const box = document.createElement("div");
  box.id = "runtime-missing";
  box.setAttribute("role", "alert");
  box.style.cssText =
    "position: fixed; inset: auto 0 0 0; z-index: 100000; padding: .75rem 1rem;" +
    "font: 1rem/1.4 system-ui, sans-serif; color: #fff; background: #8b1a1a;";
  const words = document.createElement("p");
  words.style.margin = "0 0 .5rem";
  words.textContent =
    `Python cannot be loaded, so no cell will run: ${new URL(address).host} does not answer. ` +
    "Are you online? Does your network or a blocker forbid that address? You can read on.";
  const again = document.createElement("button");
  again.textContent = "Try again";
  again.onclick = () => location.reload();
  const close = document.createElement("button");
  close.textContent = "Close";
  close.onclick = () => box.remove();
  for (const button of [again, close]) button.style.cssText = "font: inherit; margin-right: .5rem;";
  box.append(words, again, close);
  document.body.append(box);
}

reached().then((fine) => fine || warn());
