import { Avatar } from '#src/ui/avatar.tsx';
import { MenuButton } from '#src/ui/menu-button.tsx';
import { type Persona, personaName } from '#src/ui/persona-name.ts';
import { type ColorMode, colorModes, useColorMode } from './color-mode.ts';
import styles from './profile-menu.module.css';

const THEMES: Readonly<Record<ColorMode, string>> = {
  system: 'Match system',
  light: 'Light',
  dark: 'Dark',
};

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Who is signed in, and the theme. The persona itself is chosen in the simulator's bar. */
export function ProfileMenu({ persona }: { readonly persona: Persona }) {
  const [mode, setMode] = useColorMode();
  const name = capitalized(personaName(persona));
  return (
    <MenuButton
      label={`Your profile: ${name}`}
      className={styles['button']}
      sections={[
        {
          id: 'theme',
          heading: `${name} · Theme`,
          items: colorModes.map((id) => ({
            id,
            label: THEMES[id],
            isCurrent: id === mode,
            onSelect: () => setMode(id),
          })),
        },
      ]}
    >
      <Avatar name={name} />
    </MenuButton>
  );
}
