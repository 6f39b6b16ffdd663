/* The least that React can show where Drydock shows customers: one row, known beforehand. */
import { createElement as h, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const row = h('tr', null, h('td', null, 'somebody@empty.example'));
const table = h('table', null, h('tbody', null, row));
createRoot(document.getElementById('root')!).render(h(StrictMode, null, table));
