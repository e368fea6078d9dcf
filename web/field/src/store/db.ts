import { FieldDatabase } from './database.ts'

export const db = new FieldDatabase()
