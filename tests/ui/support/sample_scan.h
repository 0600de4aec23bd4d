#pragma once

#include "data/scanner/scan.h"

#include <string>
#include <utility>
#include <vector>

/// What a scan found in a prototype that nobody wrote.
namespace trestle::testing {

inline Evidence seen(std::string path, int line, std::string excerpt, std::string rule)
{
    return {std::move(path), line, std::move(excerpt), std::move(rule)};
}

/// Seven items; two of them are surely in place or partly so. Three files were not read.
inline Scan sampleScan()
{
    using enum FoundState;
    using enum FoundConfidence;
    Scan scan;
    scan.items = {
        {"indexes", none, unsure, {}},
        {"password-hashing",
         done,
         confident,
         {seen("src/auth/login.py", 12, "hashed = bcrypt.hashpw(password.encode(), bcrypt.gensalt(12))",
               "password-hashing.bcrypt"),
          seen("requirements.txt", 4, "bcrypt==4.1.2", "password-hashing.bcrypt")}},
        {"sessions",
         partial,
         confident,
         {seen("src/auth/session.py", 31, "SESSION_LIFETIME = timedelta(hours=12)", "sessions.expire")}},
        {"structured-logs",
         opposite,
         unsure,
         {seen("src/app.py", 8, "print(\"started\", request.path, request.headers)", "structured-logs.levels")}},
        {"unit-tests", done, unsure, {seen("tests/test_login.py", 1, "import pytest", "unit-tests.assertions")}},
        {"tls", elsewhere, unsure, {}},
        {"secrets",
         opposite,
         confident,
         {seen("config/settings.py", 77, "STRIPE_KEY = \"sk_live_••••••••\"", "secrets.key")}},
    };
    scan.filesRead = 214;
    scan.bytesRead = 1'204'000;
    scan.filesSkipped = 8'310;
    scan.unread = {{"data/dump.sql", UnreadReason::tooLarge},
                   {"run/app.sock", UnreadReason::notAFile},
                   {"shared", UnreadReason::linkOutside}};
    scan.unreadCount = scan.unread.size();
    return scan;
}

} // namespace trestle::testing
