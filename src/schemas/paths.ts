/**
 * Where each endpoint of the API is, under the name by which the endpoints' table and the typed client know it. Every
 * export is one endpoint, apart from the others, so that a browser's script carries only those that it calls.
 */

export const health = 'GET /health';

export const createGuest = 'POST /api/guests';
export const createAccount = 'POST /api/accounts';
export const signIn = 'POST /api/session';
export const signOut = 'DELETE /api/session';
export const me = 'GET /api/me';
export const changeMe = 'PATCH /api/me';
export const createRecoveryCode = 'POST /api/recovery-codes';
export const recover = 'POST /api/recovery';
export const codesMade = 'GET /api/me/recovery-codes';
export const seeCodes = 'POST /api/me/recovery-codes/seen';

export const finishSignIn = 'POST /api/session/second-step';
export const secondStep = 'GET /api/me/second-step';
export const beginSecondStep = 'POST /api/me/second-step';
export const confirmSecondStep = 'POST /api/me/second-step/confirmation';
export const endSecondStep = 'POST /api/me/second-step/end';
export const renewBackupCodes = 'POST /api/me/second-step/backup-codes';

export const signInOptions = 'POST /api/session/passkey/options';
export const signInByPasskey = 'POST /api/session/passkey';
export const passkeys = 'GET /api/me/passkeys';
export const passkeyOptions = 'POST /api/me/passkeys/options';
export const addPasskey = 'POST /api/me/passkeys';
export const removePasskey = 'DELETE /api/me/passkeys/:passkey';

export const changePassword = 'POST /api/me/password';
export const signedIn = 'GET /api/me/sessions';
export const endOthers = 'DELETE /api/me/sessions';
export const endOne = 'DELETE /api/me/sessions/:session';
export const ownData = 'GET /api/me/data';
export const eraseMe = 'POST /api/me/deletion';
export const ownEvents = 'GET /api/me/events';
export const accountEvents = 'GET /api/account-events';

export const mergeOffer = 'GET /api/me/merge-offer';
export const refuseOffer = 'DELETE /api/me/merge-offer';
export const merge = 'POST /api/me/merges';
export const merges = 'GET /api/me/merges';
export const undoMerge = 'POST /api/me/merges/:merge/undo';
export const openMerged = 'POST /api/me/merges/:merge/guest';

export const rescueKey = 'GET /api/me/rescue-key';
export const rescue = 'POST /api/rescues';

export const inMyCare = 'GET /api/care';
export const registerInCare = 'POST /api/care';
export const giveCare = 'POST /api/care/given';
export const endCare = 'POST /api/care/ended';

export const courses = 'GET /api/courses';
export const course = 'GET /api/courses/:course';
export const courseFiles = 'GET /api/courses/:course/files';
export const lesson = 'GET /api/courses/:course/lessons/:lesson';
export const media = 'GET /api/media/:hash/:name';
export const frameworks = 'GET /api/frameworks';
export const framework = 'GET /api/frameworks/:framework';
export const tracks = 'GET /api/tracks';
export const track = 'GET /api/tracks/:track';

export const check = 'POST /api/checks';
export const practiceKeys = 'GET /api/courses/:course/lessons/:lesson/practice-keys';
export const startAttempt = 'POST /api/attempts';
export const attempts = 'GET /api/attempts';
export const attempt = 'GET /api/attempts/:id';
export const saveAnswer = 'PUT /api/attempts/:id/answers/:question';
export const postAnswer = 'POST /api/attempts/:id/answers/:question';
export const sendFile = 'POST /api/attempts/:id/answers/:question/files/:upload';
export const ownFile = 'GET /api/files/:upload';
export const answerReview = 'POST /api/reviews';
export const grantAttempt = 'POST /api/attempt-grants';
export const grantAttempts = 'POST /api/attempt-grants/batch';
export const attemptGrants = 'GET /api/attempt-grants';
export const submit = 'POST /api/attempts/:id/submission';

export const analyses = 'GET /api/analysis';
export const analysis = 'GET /api/courses/:course/quizzes/:quiz/analysis';
export const analysisCsv = 'GET /api/courses/:course/quizzes/:quiz/analysis.csv';
export const gradingQueue = 'GET /api/grading';
export const gradingTask = 'GET /api/grading/:task';
export const taskFile = 'GET /api/grading/:task/file';
export const claimTask = 'POST /api/grading/:task/claim';
export const markTask = 'POST /api/grading/:task/marks';
export const askRegrade = 'POST /api/courses/:course/regrades';
export const regrades = 'GET /api/courses/:course/regrades';
export const regrade = 'GET /api/regrades/:regrade';
export const applyRegrade = 'POST /api/regrades/:regrade/application';
export const discardRegrade = 'DELETE /api/regrades/:regrade';
export const decideRegrade = 'POST /api/regrades/:regrade/decisions';

export const openRoom = 'POST /api/rooms';
export const rooms = 'GET /api/rooms';
export const room = 'GET /api/rooms/:room';
export const roomEvents = 'GET /api/rooms/:room/events';
export const addTime = 'POST /api/rooms/:room/time';
export const noteIncident = 'POST /api/rooms/:room/incidents';
export const closeRoom = 'POST /api/rooms/:room/closing';

export const makePaperForms = 'POST /api/paper-forms';
export const paperForms = 'GET /api/paper-forms';
export const paperForm = 'GET /api/paper-forms/:number';
export const paperQuestions = 'GET /api/paper-forms/:number/questions.pdf';
export const paperKey = 'GET /api/paper-forms/:number/key.pdf';
export const enterPaperResult = 'POST /api/paper-forms/:number/results';
export const correctPaperResult = 'PUT /api/paper-forms/:number/results/:attempt';

export const enrol = 'POST /api/enrolments';
export const sendEvents = 'POST /api/events';
export const progress = 'GET /api/progress';
export const courseProgress = 'GET /api/progress/:course';

export const vouch = 'POST /api/vouchers';
export const requestCertificate = 'POST /api/certificates';
export const certificates = 'GET /api/certificates';
export const certificate = 'GET /api/certificates/:serial';
export const certificatePdf = 'GET /api/certificates/:serial.pdf';
export const correctCertificate = 'POST /api/certificates/:serial/correction';
export const ownCorrection = 'GET /api/certificates/:serial/correction';
export const withdrawCorrection = 'DELETE /api/certificates/:serial/corrections/:id';
export const acceptCorrection = 'POST /api/certificates/:serial/corrections/:id/acceptance';
export const refuseCorrection = 'POST /api/certificates/:serial/corrections/:id/refusal';
export const openCorrections = 'GET /api/corrections';
export const revokeCertificate = 'POST /api/certificates/:serial/revocation';

export const homeView = 'GET /api/views/home';
export const coursesView = 'GET /api/views/courses';
export const trackView = 'GET /api/views/tracks/:track';
export const courseView = 'GET /api/views/courses/:course';
export const lessonView = 'GET /api/views/courses/:course/lessons/:lesson';
export const lessonPaperView = 'GET /api/views/courses/:course/lessons/:lesson/paper';
export const quizView = 'GET /api/views/courses/:course/quizzes/:quiz';
export const learningView = 'GET /api/views/learning';
export const reviewView = 'GET /api/views/review';
export const answersView = 'GET /api/views/answers';
export const attemptView = 'GET /api/views/attempts/:id';
export const resultView = 'GET /api/views/attempts/:id/result';
export const certificatesView = 'GET /api/views/certificates';
export const settingsView = 'GET /api/views/settings';
export const helperView = 'GET /api/views/helper';
export const certificateView = 'GET /api/views/certificates/:serial';
