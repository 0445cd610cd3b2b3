package document

import _ "nianbao/fixtures" // its flag -update
