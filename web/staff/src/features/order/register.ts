/** The widgets of the forms of an order; imported once by its page. */
import './entry-widget.tsx'
import './items-widget.tsx'
import './photos-widget.tsx'
import './signature-widget.tsx'
import './signing-widget.tsx'
import '#ui/pickers/register.tsx'
