/* Runs inside a measured page, before anything of its own. */

export type PageMarks = {
  /** Milliseconds from the start of the navigation; 0 as long as there is none. */
  readonly firstRow: number;
  readonly largestPaint: number;
  /** When the document asked for each file, by path. */
  readonly started: Readonly<Record<string, number>>;
};

declare global {
  interface Performance {
    /** What `watchPage` has seen so far. */
    benchMarks(): PageMarks;
  }
}

/** Notes when the first row with an e-mail address stands in the document, and the largest paint. */
export function watchPage(): void {
  let firstRow = 0;
  let largestPaint = 0;

  const rows = new MutationObserver(() => {
    const row = document.querySelector('tbody tr');
    if (row === null || !/\S@\S+\.\S/.test(row.textContent)) return;
    firstRow = performance.now();
    rows.disconnect();
  });
  rows.observe(document, { childList: true, subtree: true, characterData: true });

  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) largestPaint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  performance.benchMarks = () => ({
    firstRow,
    largestPaint,
    started: Object.fromEntries(
      performance
        .getEntriesByType('resource')
        .map(({ name, startTime }) => [new URL(name).pathname, startTime]),
    ),
  });
}
