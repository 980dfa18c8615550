import { useTranslation } from 'react-i18next';

/** Says when what is shown is not the world, or when all of it runs in one process. */
export function ModeBanner({ demo, embedded }: { readonly demo: boolean; readonly embedded: boolean }) {
  const { t } = useTranslation();
  if (!demo && !embedded) return null;
  return (
    <div className={demo ? 'banner demo' : 'banner'} role="note">
      {demo && <strong>{t('mode.demo')} </strong>}
      {embedded && <span>{t('mode.embedded')}</span>}
    </div>
  );
}
