// Mocha's dots, and at the end a count that a machine can read: `N passed, N failed`, also kept in dist/test-counts.txt.
import { writeFileSync } from 'node:fs';
import mocha from 'mocha';

const { reporters, Runner } = mocha;

export default class CountReporter extends reporters.Dot {
  /** @param {import('mocha').Runner} runner @param {import('mocha').MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures = 0 } = this.stats ?? {};
      const counts = `${passes} passed, ${failures} failed`;
      writeFileSync('dist/test-counts.txt', `${counts}\n`);
      console.log(counts);
    });
  }
}
