/* Ends every test run with one line that a person and a machine can read: `N passed, N failed`. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failedTests = tests.filter((test) => test.result().state === 'failed').length;
    // A file that does not load, or an error that nobody awaited, is a failure as well.
    const failed =
      failedTests + modules.flatMap((module) => module.errors()).length + unhandled.length;
    // At the very end, after all other reports.
    process.once('exit', () => {
      process.stdout.write(`${passed} passed, ${failed} failed\n`);
    });
  }
}
