/** Jira Service Management roles: an agent takes a licence, a customer never does (domain.md 1.1). */
export type ProductRole = 'agent' | 'customer' | 'none';

const RANK: Record<ProductRole, number> = { none: 0, customer: 1, agent: 2 };

/** The most that any of several groups gives. */
export function highestRole(roles: Iterable<ProductRole>): ProductRole {
  let highest: ProductRole = 'none';
  for (const role of roles) if (RANK[role] > RANK[highest]) highest = role;
  return highest;
}

/** Licences that a role takes: nobody is counted through the Customer role. */
export function licencesFor(role: ProductRole): 0 | 1 {
  return role === 'agent' ? 1 : 0;
}
