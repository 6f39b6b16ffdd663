/* The sentences of S0 and S2, each shown through the backend (see `s0-s2-sentences.ts`). */
import { describe, expect, test } from 'vitest';
import { openWorld } from '#test/support/world.ts';
import { testsOfS0 } from './s0-s2-sentences-of-s0.ts';
import { testsOfS2 } from './s0-s2-sentences-of-s2.ts';
import { S0, S2, type Sentence, type TestsOf } from './s0-s2-sentences.ts';

function tellAll<Id extends string>(
  source: string,
  sentences: Readonly<Record<Id, Sentence>>,
  tests: TestsOf<Readonly<Record<Id, Sentence>>>,
): void {
  describe(source, () => {
    for (const id of Object.keys(sentences) as Id[]) {
      const { place, says } = sentences[id];
      test(`${source}, ${place}: ${says}`, async () => tests[id](await openWorld('blank')));
    }

    test(`no sentence of ${source} is without a test, and no test without a sentence`, () => {
      expect(Object.keys(tests)).toEqual(Object.keys(sentences));
      const said = Object.values<Sentence>(sentences).map(({ place, says }) => place + says);
      expect(new Set(said).size).toBe(said.length);
    });
  });
}

tellAll('S0', S0, testsOfS0);
tellAll('S2', S2, testsOfS2);
