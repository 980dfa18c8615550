import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../server/http';

/** Says what went wrong, and offers to try again. */
export function ErrorPanel({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof Problem ? error : undefined;
  return (
    <Alert color="red" m="md" title={problem?.message ?? t(error instanceof TypeError ? 'shell.failed' : 'shell.broken')}>
      <Stack align="flex-start" gap="sm">
        {problem?.detail && <Text size="sm">{problem.detail}</Text>}
        {reset && (
          <Button size="xs" variant="default" onClick={reset}>
            {t('shell.again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
