import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeStylesheet, tokensUsedIn } from '#test/support/theme-stylesheet.ts';

// After an upgrade of the tokens: npx vitest run test/architecture/theme-tokens.test.ts -u
test("the committed theme is what the vendor's tokens give", async () => {
  await expect(await themeStylesheet()).toMatchFileSnapshot('../../src/ui/theme/tokens.css');
});

test('every token that a screen asks for is in the theme', async () => {
  const theme = await themeStylesheet();
  const used = tokensUsedIn(globSync('src/{ui,pages,app}/**/*.{css,tsx}'));
  const missing = [...used].filter(([name]) => !theme.includes(`${name}:`));
  expect(missing).toEqual([]);
});
