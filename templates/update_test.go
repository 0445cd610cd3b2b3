package templates

import _ "nianbao/fixtures" // its flag -update
