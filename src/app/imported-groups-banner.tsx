import { Link } from 'react-router-dom';
import { Banner } from '#src/ui/banner.tsx';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import styles from './imported-groups-banner.module.css';

type ImportedGroupsBannerProps = {
  readonly siteId: string;
  /** Groups that wait for a decision. */
  readonly pending: number;
};

/** The banner under User management that leads to the review (S0, step 5). */
export function ImportedGroupsBanner({ siteId, pending }: ImportedGroupsBannerProps) {
  if (pending === 0) return null;
  const groups = countOf(pending, { one: 'imported group waits', other: 'imported groups wait' });
  return (
    <div className={styles['place']}>
      <Banner label={labels.importedGroups}>
        {`${groups} for your review. The access that waits is not applied yet. `}
        <Link to={pathTo('imported-groups', { siteId })}>{labels.reviewNow}</Link>
      </Banner>
    </div>
  );
}
