#!/usr/bin/env node
// Plain old JavaScript on purpose: a Node that is too old for the program must still be able to say so.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  console.error(
    'inkseal needs Node 22.18 or later, and this is Node ' +
      process.versions.node +
      ': install a newer one, or give this project its own with `npm install node`',
  )
  process.exit(1)
} else {
  import('./start.js')
}
