import { listServerPeople, type ServerPersonRow } from '#src/application/server-people-list.ts';
import {
  getServer,
  listServers,
  setDirectory,
  type ServerDetail,
} from '#src/application/servers.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPage } from '../present.ts';

/** Endpoints of Jira servers and who is on them. */
export const serverHandlers: Handlers<`servers.${'list' | 'get' | 'people' | 'set-directory'}`> = {
  'servers.list': transaction((tx, _input, context) =>
    ok({ items: [...listServers(tx, context)] }),
  ),
  'servers.get': transaction((tx, { params }, context) => {
    const server = getServer(tx, params.serverId, context);
    return server.ok ? ok(presentServer(server.value)) : server;
  }),
  'servers.people': transaction((tx, { params, query }, context) => {
    const people = listServerPeople(tx, { ...params, ...query }, context);
    return people.ok ? ok(presentPage(people.value, presentPerson)) : people;
  }),
  'servers.set-directory': transaction((tx, { params, body }, context) => {
    const server = setDirectory(tx, { ...params, ...body }, context);
    return server.ok ? ok(presentServer(server.value)) : server;
  }),
};

function presentServer(server: ServerDetail) {
  return { ...server, directories: [...server.directories] };
}

function presentPerson(row: ServerPersonRow) {
  return { ...row, directories: [...row.directories] };
}
