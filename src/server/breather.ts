/* Lets a thread that works in slices hear what has come in between two of them. */

export type Breather = {
  /** Resolves when everything that waited for the thread had its turn. */
  readonly pause: () => Promise<void>;
  /** To be called when there is nothing more to pause for. */
  readonly end: () => void;
};

/** By messages to oneself: timers of a worker wait at least four milliseconds each. */
export function breather(): Breather {
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | undefined;
  port1.addEventListener('message', () => resume?.());
  port1.start();
  return {
    pause: () =>
      new Promise((resolve) => {
        resume = resolve;
        port2.postMessage(null);
      }),
    end: () => {
      port1.close();
    },
  };
}
