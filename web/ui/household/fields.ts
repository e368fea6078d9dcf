/** Loads every widget that the forms of households use. */
import '../pickers/register.tsx'
import './area-field.tsx'
import './parking-field.tsx'
import './quiet-hours-field.tsx'
