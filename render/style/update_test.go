package style

import _ "nianbao/fixtures" // its flag -update
