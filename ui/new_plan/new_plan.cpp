#include "ui/new_plan/new_plan.h"

namespace trestle {

Date nextMonday(Date today)
{
    const std::chrono::weekday weekday(today);
    const int ahead = static_cast<int>((std::chrono::Monday - weekday).count());
    return today + std::chrono::days(ahead == 0 ? 7 : ahead);
}

} // namespace trestle
