import { listAssessedPeople, type AssessedRow } from '#src/application/server-assessed-people.ts';
import {
  beginAssessment,
  forecastFixes,
  getAssessment,
  type AssessmentView,
} from '#src/application/server-assessment.ts';
import { chooseFixes, fixFile, uploadFixFile } from '#src/application/server-fixes.ts';
import { ok } from '#src/domain/result.ts';
import { fixFileAnswer, readFixRecords } from '../csv/fix-file.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPage } from '../present.ts';

/** Endpoints of *Assess and prepare your users*. */
export const serverAssessmentHandlers: Handlers<`server-assessment.${'get' | 'begin' | 'people' | 'forecast' | 'choose' | 'download' | 'upload'}`> =
  {
    'server-assessment.get': transaction((tx, { params }, context) => {
      const view = getAssessment(tx, params.serverId, context);
      return view.ok ? ok(presentAssessment(view.value)) : view;
    }),
    'server-assessment.begin': transaction((tx, { params }, context) => {
      const view = beginAssessment(tx, params.serverId, context);
      return view.ok ? ok(presentAssessment(view.value)) : view;
    }),
    'server-assessment.people': transaction((tx, { params, query }, context) => {
      const people = listAssessedPeople(tx, { ...params, ...query }, context);
      return people.ok ? ok(presentPage(people.value, presentRow)) : people;
    }),
    'server-assessment.forecast': transaction((tx, { params, query }, context) =>
      forecastFixes(tx, { ...params, ...query }, context),
    ),
    'server-assessment.choose': transaction((tx, { params, body, ifMatch }, context) => {
      const view = chooseFixes(tx, { ...params, ...body, expectedVersion: ifMatch }, context);
      return view.ok ? ok(presentAssessment(view.value)) : view;
    }),
    'server-assessment.download': transaction((tx, { params }, context) => {
      const file = fixFile(tx, params, context);
      return file.ok ? ok(fixFileAnswer(params.file, file.value)) : file;
    }),
    'server-assessment.upload': transaction((tx, { params, bytes, ifMatch }, context) => {
      const input = { ...params, read: () => readFixRecords(bytes), expectedVersion: ifMatch };
      const taken = uploadFixFile(tx, input, context);
      if (!taken.ok) return taken;
      const { assessment, ...counts } = taken.value;
      return ok({ ...counts, assessment: presentAssessment(assessment) });
    }),
  };

function presentAssessment({ found, ...view }: AssessmentView) {
  return { ...view, found: found && { ...found, files: [...found.files] } };
}

function presentRow({ person, outcome, ...row }: AssessedRow) {
  const presented =
    outcome.kind === 'arrives' ? { ...outcome, mergedNames: [...outcome.mergedNames] } : outcome;
  return { ...person, ...row, outcome: presented };
}
