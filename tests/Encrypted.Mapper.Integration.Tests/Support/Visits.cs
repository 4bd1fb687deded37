using Encrypted.Mapper.Integration.Tests.Models;

namespace Encrypted.Mapper.Integration.Tests.Support;

internal static class Visits
{
    public static Visit Full(string id = "visit", int number = 1) => new()
    {
        Id = id,
        Number = number,
        Clinic = "Ward 7",
        Day = "2026-11-22",
        Cost = 1.10m,
        Rooms = [9, 10, 1],
        Ssn = "078-05-1120",
        Labels = ["b", "a", "C"],
        Weight = 71.50m,
        Hint = "shown",
    };
}
