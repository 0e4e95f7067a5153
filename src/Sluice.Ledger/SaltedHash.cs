using System.Security.Cryptography;
using System.Text;

namespace Sluice.Ledger;

/// <summary>
/// What a sealed entry knows of a free text: HMAC-SHA-256 with the salt's 16 bytes as key and the text's UTF-8 bytes as
/// message, as 64 lower-case hex digits. Without the salt nobody can try out which text it was.
/// </summary>
internal static class SaltedHash
{
    private const int SaltBytes = 16;

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    /// <exception cref="FormatException">The salt is not 32 lower-case hex digits.</exception>
    public static string Of(string salt, string text) => IsSalt(salt)
        ? Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(salt), Encoding.UTF8.GetBytes(text)))
        : throw new FormatException("A salt is 32 lower-case hex digits.");

    // One spelling only: capitals would mean the same salt, and an altered byte would go unseen.
    public static bool IsSalt(string salt) => salt.Length == 2 * SaltBytes && salt.All(char.IsAsciiHexDigitLower);
}
