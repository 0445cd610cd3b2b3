package filing

import _ "nianbao/fixtures" // its flag -update
