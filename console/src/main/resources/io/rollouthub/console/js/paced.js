// How often a page asks, however often it is told that something has changed.

const BREATH = 200; // between two askings: milliseconds

/** Runs a task when asked to, not while it runs and not without a breath; what was asked for meanwhile is done once. */
export function paced(task) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await task();
        await new Promise((resolve) => setTimeout(resolve, BREATH));
      } while (again);
    } finally {
      running = false;
    }
  };
}
