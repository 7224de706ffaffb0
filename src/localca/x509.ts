// The library injects its own parts by means of this, and so it has to be there first.
import 'reflect-metadata'

export * as x509 from '@peculiar/x509'
