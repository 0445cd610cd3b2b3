package font

import _ "nianbao/fixtures" // its flag -update
