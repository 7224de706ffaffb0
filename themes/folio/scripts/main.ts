import { addCopyButtons } from './copy-buttons.ts'
import { followReading } from './follow-reading.ts'
import { rememberScheme, startSwitch } from './scheme.ts'

// The scheme first, and at once: the rest needs the page, which may still be on its way.
rememberScheme()
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
else start()

function start(): void {
  startSwitch()
  addCopyButtons()
  followReading()
}
