package org.consilium.records.apple;

/** HealthKit's units in UCUM. */
final class Units {
    private Units() {}

    static String ucum(Measure measure, String unit) {
        if (measure == Measure.BodyMassIndex) {
            return "kg/m2";
        }
        if (measure == Measure.SleepAnalysis) {
            return "h";
        }
        return switch (unit) {
            case "count/min", "count/minute", "bpm" -> "/min";
            case "count/s" -> "/s";
            case "count" -> "{count}";
            case "lb" -> "[lb_av]";
            case "oz" -> "[oz_av]";
            case "st" -> "[stone_av]";
            case "in" -> "[in_i]";
            case "ft" -> "[ft_i]";
            case "mi" -> "[mi_i]";
            case "yd" -> "[yd_i]";
            case "mmHg" -> "mm[Hg]";
            case "degC" -> "Cel";
            case "degF" -> "[degF]";
            case "hr" -> "h";
            case "IU" -> "[iU]";
            case "Cal" -> "kcal";
            case "mL/min·kg", "ml/min·kg", "mL/(kg*min)" -> "mL/kg/min";
            default -> unit.startsWith("mmol<") ? unit.replaceFirst("<[^>]{0,40}>", "") : unit;
        };
    }
}
