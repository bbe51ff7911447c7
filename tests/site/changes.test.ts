/** What `throughline upgrade` says of the versions between. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesSince } from '../../src/cli/upgrade/changes.ts'

const OLD = '# Changelog\n\nWords.\n\n## [1.0.0]\n\n### Added\n\n- One\n  in two lines.\n\n### Fixed\n\n- Two.\n'

test('what was not there before is said, under its headings', () => {
  const added = OLD.replace('## [1.0.0]', '## [1.1.0]\n\n### Added\n\n- Three.\n\n## [1.0.0]')
  assert.equal(changesSince(OLD, added), '## [1.1.0]\n\n### Added\n\n- Three.')
  const within = OLD.replace('- Two.', '- Two.\n- Four.')
  assert.equal(changesSince(OLD, within), '## [1.0.0]\n\n### Fixed\n\n- Four.')
  assert.equal(changesSince(OLD, OLD), '')
})
