package svg_test

import _ "nianbao/fixtures" // its flag -update
