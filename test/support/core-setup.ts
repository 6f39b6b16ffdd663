/* For every test file outside a page: those of one process share the modules, so each cleans up. */
import { afterAll } from 'vitest';
import { closeFilledStores } from './filled-store.ts';

afterAll(closeFilledStores);
