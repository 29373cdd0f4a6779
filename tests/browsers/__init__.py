"""The promises of the pages in real browsers: old Chromiums, Firefox, WebKit."""
