/* The answers that mutations got, by their idempotency key: a request sent again is answered, not done again. */
import type { Database } from './database.ts';
import type { WriteGate } from './records.ts';

/** An HTTP answer as it was sent. */
type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Answers = {
  /** Keeps an answer in the running transaction; the oldest beyond the last thousand go. */
  rememberAnswer(key: string, answer: Answer): void;
  answerFor(key: string): Answer | undefined;
};

/** How many answers are kept: far more than any client has under way. */
export const ANSWERS_KEPT = 1000;

/** The answers of a store. They are no part of the workspace: neither counted as its change nor exported. */
export function answersOf(database: Database, gate: WriteGate): Answers {
  return {
    rememberAnswer(key, answer) {
      gate.open();
      const values = [answer.status, JSON.stringify(answer.headers), answer.body];
      database.run(
        `insert into answer ("key", status, headers, body) values (?, ?, ?, ?)
          on conflict ("key") do update
          set status = excluded.status, headers = excluded.headers, body = excluded.body`,
        [key, ...values],
      );
      database.run('delete from answer where number <= (select max(number) from answer) - ?', [
        ANSWERS_KEPT,
      ]);
    },
    answerFor(key) {
      const row = database.get('select status, headers, body from answer where "key" = ?', [key]);
      if (row === undefined) return undefined;
      const [status, headers, body] = row;
      return {
        status: Number(status),
        // Written above, by nobody else.
        headers: JSON.parse(String(headers)) as Record<string, string>,
        body: String(body),
      };
    },
  };
}
