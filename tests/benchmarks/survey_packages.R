# The reduction by R survey, from rows in memory: called by survey_packages.py with a CSV file and a number of repeats.
suppressPackageStartupMessages(library(survey))
asked <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(asked[1])
rows$item <- 1
version <- as.character(packageVersion("survey"))

told <- function(name, estimate) {
  seconds <- min(replicate(as.integer(asked[2]), system.time(found <<- estimate())[["elapsed"]]))
  reach <- qt(.975, found$df) * found$se
  ends <- 1 - exp(found$log_ratio + c(reach, -reach))
  cat(sprintf("R survey %s, %s\t%.6f\t%.10f\t%.10f\n", version, name, seconds, ends[1], ends[2]))
}

# Both rounds in one design, so that an employee's two rounds are seen together.
told("Taylor, t(employees - 1)", function() {
  design <- svydesign(ids = ~employee, weights = ~1, data = rows)
  ratios <- svyby(~minutes, ~wave, denominator = ~item, design, svyratio, covmat = TRUE)
  change <- svycontrast(ratios, quote(log(`1` / `0`)))
  list(log_ratio = coef(change), se = SE(change), df = degf(design))
})

# Replicate weights ask for memory: employees times rows. So the rows become employees' totals first.
told("jackknife JKn of employees' totals, t(employees - 1)", function() {
  sums <- rowsum(cbind(rows$minutes, rows$item), paste(rows$employee, rows$wave))
  keys <- do.call(rbind, strsplit(rownames(sums), " "))
  of <- function(wave, column) {
    mine <- keys[, 2] == wave
    setNames(sums[mine, column], keys[mine, 1])
  }
  people <- data.frame(y0 = of("0", 1), x0 = of("0", 2), y1 = of("1", 1)[names(of("0", 1))], x1 = of("1", 2)[names(of("0", 2))])
  design <- as.svrepdesign(svydesign(ids = ~1, weights = ~1, data = people), type = "JK1", mse = TRUE)
  change <- withReplicates(design, quote(log(sum(.weights * y1) / sum(.weights * x1) / (sum(.weights * y0) / sum(.weights * x0)))))
  list(log_ratio = coef(change), se = SE(change), df = degf(design))
})
