/* Customer organizations, service projects and the requests in them. */
import type {
  CustomerOrganization,
  CustomerOrganizationMember,
  CustomerOrganizationProject,
} from '#src/domain/customer-organization.ts';
import type { ProjectReference } from '#src/domain/project-reference.ts';
import type { Request, RequestParticipant, ServiceProject } from '#src/domain/request.ts';
import { searchKey } from '#src/domain/search-key.ts';
import { defineTable } from '../table.ts';

export const customerOrganizationTable = defineTable<CustomerOrganization, 'id'>({
  name: 'customer_organization',
  key: ['id'],
  fields: { id: 'text', siteId: 'text', name: 'text', version: 'number' },
  derived: { name_search: (record) => searchKey(record.name) },
});

export const customerOrganizationMemberTable = defineTable<
  CustomerOrganizationMember,
  'customerOrganizationId' | 'holderId'
>({
  name: 'customer_organization_member',
  key: ['customerOrganizationId', 'holderId'],
  fields: { customerOrganizationId: 'text', holderId: 'text' },
});

export const customerOrganizationProjectTable = defineTable<
  CustomerOrganizationProject,
  'customerOrganizationId' | 'projectId'
>({
  name: 'customer_organization_project',
  key: ['customerOrganizationId', 'projectId'],
  fields: { customerOrganizationId: 'text', projectId: 'text' },
});

export const serviceProjectTable = defineTable<ServiceProject, 'id'>({
  name: 'service_project',
  key: ['id'],
  fields: { id: 'text', siteId: 'text', key: 'text', name: 'text' },
});

export const requestTable = defineTable<Request, 'id'>({
  name: 'request',
  key: ['id'],
  fields: {
    id: 'text',
    siteId: 'text',
    projectId: 'text',
    key: 'text',
    summary: 'text',
    status: 'text',
    createdAt: 'number',
    reporterId: 'text',
    customerOrganizationId: 'text',
  },
});

export const requestParticipantTable = defineTable<RequestParticipant, 'requestId' | 'holderId'>({
  name: 'request_participant',
  key: ['requestId', 'holderId'],
  fields: { requestId: 'text', holderId: 'text' },
});

export const projectReferenceTable = defineTable<ProjectReference, 'id'>({
  name: 'project_reference',
  key: ['id'],
  fields: {
    id: 'text',
    projectId: 'text',
    requestId: 'text',
    place: 'text',
    name: 'text',
    subjectId: 'text',
  },
});
