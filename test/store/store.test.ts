import { describe, expect, test } from 'vitest';
import { ANSWERS_KEPT } from '#src/store/answers.ts';
import { everything, storeWith } from './memory-store.ts';
import { customer, fillEveryTable, job, workspace } from './sample-records.ts';

const fault = new Error('in the middle');

describe('a rehearsal', () => {
  test('sees what it wrote, and leaves nothing of it', async () => {
    const store = await storeWith(fillEveryTable);
    const before = store.read(everything);
    const seen = store.rehearse((tx) => {
      tx.portalCustomers.put(customer('qm:9'));
      tx.workspace.put(workspace({ persona: 'agent' }));
      return tx.portalCustomers.get({ id: 'qm:9' });
    });
    expect(seen).toEqual(customer('qm:9'));
    expect(store.read(everything)).toEqual(before);
  });

  test('that throws is taken back too, and the next one can begin', async () => {
    const store = await storeWith(fillEveryTable);
    const before = store.read(everything);
    const throwing = () =>
      store.rehearse((tx) => {
        tx.jobs.put(job('job_9'));
        throw fault;
      });
    expect(throwing).toThrow(fault);
    expect(throwing).toThrow(fault);
    expect(store.read(everything)).toEqual(before);
    expect(() => store.write(() => store.rehearse(() => undefined))).toThrow('in use');
  });
});

describe('a write', () => {
  test('that throws leaves nothing of itself', async () => {
    const store = await storeWith(fillEveryTable);
    const before = store.read(everything);
    expect(() =>
      store.write((tx) => {
        tx.portalCustomers.put(customer('qm:9'));
        tx.portalCustomers.removeWhere({ state: 'active' });
        tx.workspace.put(workspace({ persona: 'agent' }));
        tx.rememberAnswer('key', { status: 200, headers: {}, body: '' });
        throw fault;
      }),
    ).toThrow(fault);
    expect(store.read(everything)).toEqual(before);
    expect(store.read((tx) => tx.answerFor('key'))).toBeUndefined();
  });

  test('sees what it wrote, and the next one goes on from there', async () => {
    const store = await storeWith(() => undefined);
    const seen = store.write((tx) => {
      tx.jobs.put(job('job_1'));
      return tx.jobs.count({});
    });
    expect(seen).toBe(1);
    expect(store.write((tx) => tx.jobs.get({ id: 'job_1' }))).toEqual(job('job_1'));
  });

  test('counts once in workspace.change, however much it changes', async () => {
    const store = await storeWith((tx) => tx.workspace.put(workspace({ change: 41 })));
    const change = () => store.read((tx) => tx.workspace.get({ id: 'workspace' })?.change);
    expect(change()).toBe(42);
    store.write((tx) => {
      tx.jobs.put(job('job_1'));
      tx.jobs.put(job('job_2'));
    });
    expect(change()).toBe(43);
  });

  test('that changes no record is no change: looking, keeping an answer, removing what is not there', async () => {
    const store = await storeWith((tx) => tx.workspace.put(workspace({ change: 41 })));
    store.write((tx) => {
      tx.rememberAnswer('key', { status: 200, headers: {}, body: '' });
      tx.jobs.removeWhere({ state: 'failed' });
      return tx.jobs.where({});
    });
    expect(store.read((tx) => tx.workspace.get({ id: 'workspace' })?.change)).toBe(42);
  });

  test('cannot begin inside another, and a read changes nothing', async () => {
    const store = await storeWith(() => undefined);
    expect(() => store.write(() => store.write(() => undefined))).toThrow('in use');
    expect(() => store.read((tx) => tx.jobs.put(job('job_1')))).toThrow('Only a write');
    expect(store.read((tx) => tx.jobs.count({}))).toBe(0);
  });
});

describe('a write in slices', () => {
  test('reports and pauses at each slice and is kept as one', async () => {
    const store = await storeWith((tx) => tx.workspace.put(workspace()));
    const steps: string[] = [];
    const result = await store.writeInSlices(
      function* (tx) {
        for (let done = 1; done <= 3; done += 1) {
          tx.jobs.put(job(`job_${done}`));
          yield { done, total: 3 };
        }
        return 'written';
      },
      async () => {
        steps.push('pause');
      },
      ({ done, total }) => steps.push(`${done} of ${total}`),
    );
    expect(result).toBe('written');
    expect(steps).toEqual(['1 of 3', 'pause', '2 of 3', 'pause', '3 of 3', 'pause']);
    store.read((tx) => {
      expect(tx.jobs.count({})).toBe(3);
      expect(tx.workspace.get({ id: 'workspace' })?.change).toBe(2);
    });
  });

  test('that throws, or whose pause fails, leaves nothing and frees the store', async () => {
    const store = await storeWith(fillEveryTable);
    const before = store.read(everything);
    const throwing = store.writeInSlices(
      function* (tx) {
        tx.jobs.put(job('job_8'));
        yield { done: 1, total: 2 };
        throw fault;
      },
      async () => undefined,
      () => undefined,
    );
    await expect(throwing).rejects.toBe(fault);
    const aborted = store.writeInSlices(
      function* (tx) {
        tx.jobs.put(job('job_8'));
        yield { done: 1, total: 2 };
      },
      () => Promise.reject(fault),
      () => undefined,
    );
    await expect(aborted).rejects.toBe(fault);
    expect(store.read(everything)).toEqual(before);
  });

  test('keeps everybody else out while it pauses', async () => {
    const store = await storeWith(() => undefined);
    const refused: unknown[] = [];
    await store.writeInSlices(
      function* (tx) {
        tx.jobs.put(job('job_1'));
        yield { done: 1, total: 1 };
      },
      async () => {
        for (const use of [() => store.read(everything), () => store.exportFile()]) {
          try {
            use();
          } catch (error) {
            refused.push(error);
          }
        }
      },
      () => undefined,
    );
    expect(refused).toHaveLength(2);
  });
});

describe('kept answers', () => {
  const answer = { status: 202, headers: { 'content-type': 'application/json' }, body: '{"ä":1}' };

  test('come back by their key', async () => {
    const store = await storeWith((tx) => tx.rememberAnswer('one', answer));
    expect(store.read((tx) => tx.answerFor('one'))).toEqual(answer);
    expect(store.read((tx) => tx.answerFor('two'))).toBeUndefined();
  });

  test('the oldest go when there are too many', async () => {
    const store = await storeWith((tx) => {
      for (let n = 0; n < ANSWERS_KEPT + 5; n += 1) {
        tx.rememberAnswer(`key-${n}`, { ...answer, body: `${n}` });
      }
    });
    store.read((tx) => {
      expect(tx.answerFor('key-4')).toBeUndefined();
      expect(tx.answerFor('key-5')?.body).toBe('5');
      expect(tx.answerFor(`key-${ANSWERS_KEPT + 4}`)).toBeDefined();
    });
  });
});

describe('a reset', () => {
  test('leaves the seed alone, kept answers gone, and counts on', async () => {
    const store = await storeWith((tx) => {
      fillEveryTable(tx);
      tx.workspace.put(workspace({ change: 99 }));
      tx.rememberAnswer('key', { status: 200, headers: {}, body: '' });
    });
    store.reset((tx) => {
      tx.workspace.put(workspace({ scenario: 'blank', change: 0 }));
      tx.jobs.put(job('job_7'));
    });
    const { workspace: settings, jobs, ...others } = store.read(everything);
    expect(settings).toEqual([workspace({ scenario: 'blank', change: 101 })]);
    expect(jobs).toEqual([job('job_7')]);
    expect(Object.values(others).flat()).toEqual([]);
    expect(store.read((tx) => tx.answerFor('key'))).toBeUndefined();
  });

  test('whose seed throws leaves everything as it was', async () => {
    const store = await storeWith(fillEveryTable);
    const before = store.read(everything);
    expect(() =>
      store.reset((tx) => {
        tx.jobs.put(job('job_7'));
        throw fault;
      }),
    ).toThrow(fault);
    expect(store.read(everything)).toEqual(before);
  });
});
