from usr import part_with_main

part_with_main.main()
