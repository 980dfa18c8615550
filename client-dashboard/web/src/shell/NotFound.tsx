import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** No screen has this address. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Alert m="md" title={t('shell.notFound')}>
      <Link to="/">{t('shell.toLive')}</Link>
    </Alert>
  );
}
